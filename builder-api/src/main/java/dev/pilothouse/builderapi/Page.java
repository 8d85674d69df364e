package dev.pilothouse.builderapi;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// Serves the page's files. Whatever is neither a file nor the API is an address within the page,
/// so that links into it work; the page itself says what it does not know.
@Configuration(proxyBeanMethods = false)
class Page implements WebMvcConfigurer {
  private static final String FILES = "classpath:/static/";

  /// Names below `assets` contain the hash of their content.
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(FILES + "assets/")
        .setCacheControl(FOR_EVER)
        .resourceChain(true)
        .addResolver(new EncodedResourceResolver());
    registry
        .addResourceHandler("/**")
        .addResourceLocations(FILES)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new PageAddresses());
  }

  private static final class PageAddresses extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      Resource file = super.getResource(path, location);
      return file == null && isPageAddress(path) ? super.getResource("index.html", location) : file;
    }

    private static boolean isPageAddress(String path) {
      return !path.startsWith("v1/") && !path.contains(".");
    }
  }
}
