/** The register action. */
package dev.ringback.register;
