package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.SecretHash;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/// The caller of this request, with the hash of the secret that proved it.
final class CallerAuthentication extends AbstractAuthenticationToken {
  private final transient Caller caller;
  private final transient SecretHash proof;

  CallerAuthentication(Caller caller, SecretHash proof) {
    super(AuthorityUtils.createAuthorityList("ROLE_" + caller.role().name()));
    this.caller = caller;
    this.proof = proof;
    setAuthenticated(true);
  }

  @Override
  public Caller getPrincipal() {
    return caller;
  }

  @Override
  public SecretHash getCredentials() {
    return proof;
  }
}
