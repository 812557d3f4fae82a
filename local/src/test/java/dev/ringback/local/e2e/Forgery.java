package dev.ringback.local.e2e;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;

/** Ways to make a token that looks like a user's but must not be believed. */
enum Forgery {
    EXPIRED {
        @Override
        String of(SignedJWT real, Backend backend) throws Exception {
            Date past = Date.from(Instant.now().minusSeconds(600));
            return signed(claims(real).expirationTime(past).build(), poolKey(real, backend));
        }
    },
    SIGNED_BY_ANOTHER_KEY {
        @Override
        String of(SignedJWT real, Backend backend) throws Exception {
            return signed(real.getJWTClaimsSet(), strangersKey(real.getHeader().getKeyID()));
        }
    },
    OF_ANOTHER_POOL {
        @Override
        String of(SignedJWT real, Backend backend) throws Exception {
            String issuer = real.getJWTClaimsSet().getIssuer() + "x";
            return signed(claims(real).issuer(issuer).build(), strangersKey("another"));
        }
    },
    OF_ANOTHER_POOL_WITH_THIS_POOLS_KEY {
        @Override
        String of(SignedJWT real, Backend backend) throws Exception {
            String issuer = real.getJWTClaimsSet().getIssuer() + "x";
            return signed(claims(real).issuer(issuer).build(), poolKey(real, backend));
        }
    },
    OF_ANOTHER_CLIENT {
        @Override
        String of(SignedJWT real, Backend backend) throws Exception {
            return signed(claims(real).claim("client_id", "another").build(), poolKey(real, backend));
        }
    },
    UNSIGNED {
        @Override
        String of(SignedJWT real, Backend backend) throws Exception {
            return new PlainJWT(real.getJWTClaimsSet()).serialize();
        }
    },
    SIGNED_WITH_THE_PUBLIC_KEY_AS_A_SECRET {
        @Override
        String of(SignedJWT real, Backend backend) throws Exception {
            byte[] secret = poolKey(real, backend).toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .keyID(real.getHeader().getKeyID());
            return signed(real.getJWTClaimsSet(), header.build(), new MACSigner(secret));
        }
    },
    WITH_CHANGED_CLAIMS {
        @Override
        String of(SignedJWT real, Backend backend) throws Exception {
            String changed = claims(real)
                    .subject("somebody-else")
                    .build()
                    .toPayload()
                    .toBase64URL()
                    .toString();
            String[] parts = real.serialize().split("\\.");
            return parts[0] + "." + changed + "." + parts[2];
        }
    };

    abstract String of(SignedJWT real, Backend backend) throws Exception;

    String of(Phone phone, Backend backend) throws Exception {
        return of(SignedJWT.parse(phone.accessToken()), backend);
    }

    static Stream<Forgery> all() {
        return Stream.of(values());
    }

    private static JWTClaimsSet.Builder claims(SignedJWT real) throws Exception {
        return new JWTClaimsSet.Builder(real.getJWTClaimsSet());
    }

    private static RSAKey strangersKey(String keyId) throws Exception {
        return new RSAKeyGenerator(2048).keyID(keyId).generate();
    }

    /** The key that really signs, which nobody but a thief of the pool's state would have. */
    private static RSAKey poolKey(SignedJWT real, Backend backend) throws Exception {
        try (Stream<Path> files = Files.list(backend.data().resolve("cognito"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                String keys = Http.JSON.readTree(file.toFile()).path("keys").asText();
                if (!keys.isEmpty()) {
                    JWK key = JWKSet.parse(keys).getKeyByKeyId(real.getHeader().getKeyID());
                    return key.toRSAKey();
                }
            }
        }
        throw new AssertionError("the pool's keys were not found");
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID());
        return signed(claims, header.build(), new RSASSASigner(key));
    }

    private static String signed(JWTClaimsSet claims, JWSHeader header, JWSSigner signer) throws Exception {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
