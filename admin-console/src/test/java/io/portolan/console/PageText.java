package io.portolan.console;

import java.nio.charset.StandardCharsets;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Reads pages as text. */
public final class PageText {
    private PageText() {}

    /** The whole page. */
    public static String html(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** The element with this id, up to the element with that id. */
    public static String between(String page, String id, String nextId) {
        return page.substring(page.indexOf("id=\"" + id + "\""), page.indexOf("id=\"" + nextId + "\""));
    }

    /** What a reader sees of some markup, with single spaces. */
    public static String visibleText(String markup) {
        return markup.replaceAll("<[^>]*>", " ")
                .replace("&nbsp;", " ")
                .replace('\u00a0', ' ')
                .replaceAll("\\s+", " ");
    }
}
