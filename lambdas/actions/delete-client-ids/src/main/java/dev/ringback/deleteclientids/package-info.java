/** The delete-client-ids action. */
package dev.ringback.deleteclientids;
