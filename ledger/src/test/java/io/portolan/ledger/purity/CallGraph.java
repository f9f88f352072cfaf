package io.portolan.ledger.purity;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All code of ours that some code can reach, and what it reaches outside.
 *
 * <p>It follows calls, method references, lambdas and field accesses; of a method that may be overridden, every override. What only the JDK calls
 * ({@code toString} in a joined text, {@code compareTo} in a map) is not in the byte code, so such methods of every class that is met count as called.
 */
final class CallGraph {
    private static final String OURS = "io.portolan.";
    private static final Set<String> CALLED_BY_THE_JDK =
            Set.of("toString", "equals", "hashCode", "compareTo", "compare");

    private final Map<JavaCodeUnit, String> ways = new LinkedHashMap<>();
    private final Set<JavaClass> met = new LinkedHashSet<>();
    private final Deque<JavaCodeUnit> open = new ArrayDeque<>();
    private final List<String> impurities = new ArrayList<>();

    private CallGraph() {}

    static CallGraph from(Collection<? extends JavaCodeUnit> roots) {
        CallGraph graph = new CallGraph();
        roots.forEach(root -> graph.reach(root, nameOf(root)));
        while (!graph.open.isEmpty()) {
            graph.follow(graph.open.remove());
        }
        return graph;
    }

    /** What is reached and should not be, each with the way there. */
    List<String> impurities() {
        return List.copyOf(impurities);
    }

    Set<JavaCodeUnit> reached() {
        return ways.keySet();
    }

    private void reach(JavaCodeUnit unit, String way) {
        if (ways.putIfAbsent(unit, way) == null) {
            open.add(unit);
            meet(unit.getOwner(), way);
        }
    }

    private void meet(JavaClass type, String way) {
        if (isOurs(type) && met.add(type)) {
            if (!type.isFullyImported()) {
                impurities.add(way + " > " + type.getName() + ": its code is not known");
            }
            type.getStaticInitializer().ifPresent(unit -> reach(unit, way + " > " + nameOf(unit)));
            type.getMethods().stream()
                    .filter(method -> CALLED_BY_THE_JDK.contains(method.getName()))
                    .forEach(method -> reach(method, way + " > " + nameOf(method)));
            type.getAllFields().stream()
                    .filter(Purity::isStateBetweenCalls)
                    .forEach(field -> impurities.add(way + " > " + field.getFullName() + ": state between calls"));
        }
    }

    private void follow(JavaCodeUnit unit) {
        String way = ways.getOrDefault(unit, "");
        for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
            AccessTarget target = access.getTarget();
            if (isOurs(target.getOwner())) {
                meet(target.getOwner(), way);
                implementations(target).forEach(next -> reach(next, way + " > " + nameOf(next)));
            } else if (!Purity.allows(target)) {
                impurities.add(way + " > " + target.getFullName());
            }
        }
    }

    /** The code that may run: the target itself, wherever it is inherited from, and all that overrides it. */
    private static Stream<JavaCodeUnit> implementations(AccessTarget target) {
        Stream<JavaCodeUnit> itself = target.resolveMember().stream()
                .filter(JavaCodeUnit.class::isInstance)
                .map(JavaCodeUnit.class::cast);
        return Stream.concat(
                itself, target instanceof AccessTarget.CodeUnitAccessTarget called ? overrides(called) : Stream.of());
    }

    private static Stream<JavaMethod> overrides(AccessTarget.CodeUnitAccessTarget called) {
        String[] parameters =
                called.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return called.getOwner().getAllSubclasses().stream()
                .flatMap(type -> type.tryGetMethod(called.getName(), parameters).stream());
    }

    private static boolean isOurs(JavaClass type) {
        return type.getName().startsWith(OURS);
    }

    private static String nameOf(JavaCodeUnit unit) {
        return unit.getOwner().getSimpleName() + "." + unit.getName();
    }
}
