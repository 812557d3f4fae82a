/** The end-call action. */
package dev.ringback.endcall;
