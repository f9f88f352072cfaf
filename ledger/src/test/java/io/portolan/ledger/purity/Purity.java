package io.portolan.ledger.purity;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import java.util.regex.Pattern;

/** What pure code may use of the JDK: packages that only compute, without the members in them that depend on anything outside. */
final class Purity {
    private static final Set<String> PACKAGES = Set.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.nio.charset",
            "java.security",
            "java.time",
            "java.time.chrono",
            "java.time.format",
            "java.time.temporal",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream");
    private static final Pattern IMPURE = Pattern.compile("""
            java\\.time\\..*\\.now\\(.*\
            |java\\.time\\.(Clock|InstantSource|ZoneId\\.systemDefault).*\
            |java\\.lang\\.(System|Runtime|Thread|ThreadLocal|InheritableThreadLocal|ScopedValue|Process|ProcessBuilder|ProcessHandle)\\b.*\
            |java\\.lang\\.Object\\.(wait|notify|notifyAll)\\(.*\
            |java\\.lang\\.(Math|StrictMath)\\.random\\(.*\
            |java\\.lang\\.(Boolean\\.getBoolean|Integer\\.getInteger|Long\\.getLong)\\(.*\
            |java\\.security\\.(?!MessageDigest\\b|NoSuchAlgorithmException\\b).*\
            |java\\.util\\.(Random|SplittableRandom|ServiceLoader|Scanner|Timer|Formatter|Date)\\b.*\
            |java\\.util\\.UUID\\.randomUUID\\(.*\
            |java\\.util\\.Collections\\.shuffle\\(.*\
            |java\\.util\\.(Locale|TimeZone)\\.getDefault\\(.*\
            |java\\.nio\\.charset\\.Charset\\.defaultCharset\\(.*\
            |.*\\.(parallel|parallelStream)\\(.*\
            """);
    private static final Pattern CHANGEABLE =
            Pattern.compile("java\\.util\\.concurrent\\..*|java\\.lang\\.(ThreadLocal|StringBuilder|StringBuffer)"
                    + "|java\\.util\\.(Array|Linked|Hash|Tree|Identity|Weak|Enum|Bit|Priority)[A-Za-z]*");

    private Purity() {}

    static boolean allows(AccessTarget target) {
        return target.getOwner().isArray()
                || (PACKAGES.contains(target.getOwner().getPackageName())
                        && !IMPURE.matcher(target.getFullName()).matches());
    }

    /** Static fields that change, or that hold what can. What only hides behind an interface is not seen. */
    static boolean isStateBetweenCalls(JavaField field) {
        boolean isStatic = field.getModifiers().contains(JavaModifier.STATIC);
        boolean isOurs = field.getOwner().getName().startsWith("io.portolan.");
        boolean isGenerated = field.getModifiers().contains(JavaModifier.SYNTHETIC);
        JavaClass type = field.getRawType();
        boolean changes = !field.getModifiers().contains(JavaModifier.FINAL)
                || type.isArray()
                || CHANGEABLE.matcher(type.getName()).matches();
        return isStatic && isOurs && !isGenerated && changes;
    }
}
