package io.portolan.console.decisions;

/**
 * One line of what a decision says.
 *
 * @param before what stands in its place now; empty where nothing does
 */
public record ContentRow(String label, String before, String value) {
    static ContentRow of(String label, String value) {
        return new ContentRow(label, "", value);
    }

    /** Whether it takes the place of something else. */
    public boolean isChange() {
        return !before.equals(value);
    }
}
