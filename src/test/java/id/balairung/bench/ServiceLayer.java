package id.balairung.bench;

import id.balairung.security.CurrentStaff;
import id.balairung.security.Founder;
import id.balairung.testing.Hall;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The whole service layer, permissions, transactions, events and feed included; only the web is left out. Not annotated as
 * a configuration, which the application under test would find by its scan.
 */
@EnableAutoConfiguration(
        excludeName = {
            "com.vaadin.flow.spring.SpringBootAutoConfiguration",
            "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
            "com.vaadin.flow.spring.VaadinScopesConfig"
        })
@AutoConfigurationPackage(basePackages = "id.balairung")
@ConfigurationPropertiesScan("id.balairung.database")
@EnableMethodSecurity(prePostEnabled = false, securedEnabled = false, jsr250Enabled = true)
@ComponentScan(
        basePackages = {
            "id.balairung.common",
            "id.balairung.tenancy",
            "id.balairung.agency",
            "id.balairung.staff",
            "id.balairung.counter",
            "id.balairung.queue",
            "id.balairung.database"
        },
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.ui\\..*"),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*")
        })
@Import({CurrentStaff.class, Founder.class, Hall.class})
class ServiceLayer {

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
