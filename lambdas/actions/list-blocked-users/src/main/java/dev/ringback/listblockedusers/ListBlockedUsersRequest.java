package dev.ringback.listblockedusers;

record ListBlockedUsersRequest() {}
