package dev.ringback.local.gateway;

import java.security.KeyStore;

/** With what a TLS server proves who it is: a private key and its certificates. */
public record TlsIdentity(KeyStore keys, String password) {}
