package dev.pilothouse.builderapi;

import dev.pilothouse.spi.Accounts;
import dev.pilothouse.spi.Health;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import tools.jackson.databind.json.JsonMapper;

/// Who may ask what. Everything needs a caller but the page's files, the health probes and signing
/// in.
@Configuration(proxyBeanMethods = false)
class Security {
  @Bean
  PasswordEncoder passwordEncoder() {
    return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  }

  @Bean
  SecurityFilterChain doors(HttpSecurity http, Accounts accounts, Health health, JsonMapper json) {
    ProblemWriter problems = new ProblemWriter(json);
    return http.csrf(AbstractHttpConfigurer::disable) // CallerFilter wants a header of its own
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(it ->
            it.contentSecurityPolicy(policy -> policy.policyDirectives(PagePolicy.ofPage()))
                .referrerPolicy(_ -> {}))
        .addFilterBefore(new CallerFilter(accounts), AnonymousAuthenticationFilter.class)
        .addFilterBefore(new StartingFilter(health, problems), CallerFilter.class)
        .authorizeHttpRequests(it ->
            it.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers("/healthz", "/readyz")
                .permitAll()
                .requestMatchers("/v1/session")
                .permitAll()
                .requestMatchers("/v1/**", "/metrics")
                .authenticated()
                .requestMatchers(HttpMethod.GET, "/**")
                .permitAll()
                .anyRequest()
                .denyAll())
        .exceptionHandling(it ->
            it.authenticationEntryPoint((_, response, _) ->
                    problems.write(
                        response,
                        HttpStatus.UNAUTHORIZED,
                        "This needs a key ('Authorization: Bearer …') or a signed-in person."))
                .accessDeniedHandler((_, response, _) ->
                    problems.write(
                        response, HttpStatus.FORBIDDEN, "Your role does not allow this.")))
        .build();
  }
}
