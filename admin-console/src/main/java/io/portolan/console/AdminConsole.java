package io.portolan.console;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.PropertySource;

/**
 * The operations console, for an application to import.
 *
 * <p>It needs beans of {@code Payments}, {@code Journal}, {@code BankCalls}, {@code Decisions}, {@code DecisionPolicy},
 * {@code Breaks}, {@code Planning}, {@code Operators}, {@code Alerts}, {@code PaymentWorkflows}, {@code Clock} and {@link ConsoleSettings}. It serves {@code /},
 * {@code /console}, {@code /login}, {@code /logout} and {@code /assets} behind a security filter chain of its own, and
 * leaves every other path alone.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@PropertySource("classpath:io/portolan/console/console.properties")
public class AdminConsole {}
