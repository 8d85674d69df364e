package dev.pilothouse.builderapi;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Health and metrics alone, for processes that serve nobody else.
@Configuration(proxyBeanMethods = false)
@Import({Security.class, HealthController.class})
public class HealthOnly {}
