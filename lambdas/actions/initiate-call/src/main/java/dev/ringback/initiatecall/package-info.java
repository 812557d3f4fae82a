/** The initiate-call action. */
package dev.ringback.initiatecall;
