package io.portolan.console.layout;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.webjars.WebJarVersionLocator;

/**
 * Style sheets and scripts, all served from here under names that change with their content, so that a browser may
 * cache them for a year.
 */
@Configuration(proxyBeanMethods = false)
class Assets implements WebMvcConfigurer {
    private static final Duration YEAR = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        register(registry, "/assets/console/**", "classpath:/io/portolan/console/assets/");
        register(registry, "/assets/pico/**", webJar("picocss__pico", "css"));
        register(registry, "/assets/htmx/**", webJar("htmx.org", "dist"));
    }

    /** Puts the content's hash into the addresses within pages. */
    @Bean
    ResourceUrlEncodingFilter assetAddresses() {
        return new ResourceUrlEncodingFilter();
    }

    private static void register(ResourceHandlerRegistry registry, String path, String location) {
        registry.addResourceHandler(path)
                .addResourceLocations(location)
                .setCacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    private static String webJar(String name, String folder) {
        String version = new WebJarVersionLocator().version(name);
        if (version == null) {
            throw new IllegalStateException("the web jar " + name + " is not on the class path");
        }
        return "classpath:/META-INF/resources/webjars/" + name + "/" + version + "/" + folder + "/";
    }
}
