package dev.ringback.local.stack;

import java.util.Set;

/** Makes resources of some CloudFormation types exist on this machine. */
public interface ResourceProvider {
    /** {@code AWS::Cognito::UserPool} and the like. */
    Set<String> types();

    Provisioned create(ResourceDeclaration declaration);
}
