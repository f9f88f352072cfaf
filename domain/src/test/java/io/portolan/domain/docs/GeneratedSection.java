package io.portolan.domain.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a page in {@code docs} that is made from the code, between {@code <!-- generated: NAME -->} and {@code <!-- end: NAME -->}. It is written anew if the
 * tests run with {@code -Dportolan.docs=write}; otherwise it has to be what the code makes.
 */
public final class GeneratedSection {
    private static final Path DOCS = Path.of("..", "docs");

    private final Path page;
    private final String begin;
    private final String end;

    private GeneratedSection(Path page, String name) {
        this.page = page;
        this.begin = "<!-- generated: " + name + " -->\n";
        this.end = "<!-- end: " + name + " -->";
    }

    public static GeneratedSection of(String page, String name) {
        return new GeneratedSection(DOCS.resolve(page), name);
    }

    /** @throws AssertionError if the page says anything else, or has no such section */
    public void requireOrWrite(String made) {
        String text = read();
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        assertThat(from).as("%s has the line %s", page, begin.strip()).isNotNegative();
        assertThat(to).as("%s has the line %s", page, end).isGreaterThan(from);
        if (System.getProperty("portolan.docs", "").equals("write")) {
            write(text.substring(0, from + begin.length()) + made.strip() + "\n" + text.substring(to));
        }
        String written = read();
        String section = written.substring(written.indexOf(begin) + begin.length(), written.indexOf(end));
        assertThat(section)
                .as("the section of %s: write it with -Dportolan.docs=write", page)
                .isEqualTo(made.strip() + "\n");
    }

    private String read() {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            Files.writeString(page, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
