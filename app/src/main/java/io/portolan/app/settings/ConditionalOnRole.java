package io.portolan.app.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** What only a process of this role has. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnRole.RoleCondition.class)
public @interface ConditionalOnRole {
    Role value();

    /** Looks the role up in {@code portolan.roles}. */
    final class RoleCondition implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
            Role role = annotated.getAnnotations().get(ConditionalOnRole.class).getEnum("value", Role.class);
            Set<Role> roles = Binder.get(context.getEnvironment())
                    .bind("portolan.roles", Bindable.setOf(Role.class))
                    .orElseThrow(() -> new IllegalStateException(
                            "portolan.roles names no role: api, console, worker, operations"));
            return roles.contains(role);
        }
    }
}
