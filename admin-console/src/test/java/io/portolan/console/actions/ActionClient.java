package io.portolan.console.actions;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.portolan.console.PageText;
import io.portolan.console.PaymentScenario;
import io.portolan.console.TestUsers;
import java.util.HashMap;
import java.util.Map;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * An operator at the console: sends forms, with action id {@code act_1} unless another is given, and reads the pages
 * that follow.
 */
final class ActionClient {
    private final MockMvcTester mvc;

    ActionClient(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    MvcTestResult submit(PaymentScenario scenario, String action, Map<String, String> fields) {
        MockMvcRequestBuilder request = mvc.post()
                .uri("/console/payments/{id}/{action}", scenario.id(), action)
                .with(csrf())
                .with(TestUsers.operator());
        if (!fields.containsKey("actionId")) {
            request.param("actionId", "act_1");
        }
        fields.forEach(request::param);
        return request.exchange();
    }

    /** The page to which an action redirects, with its flash attributes. */
    String pageAfter(MvcTestResult action, PaymentScenario scenario) {
        return PageText.html(mvc.get()
                .uri("/console/payments/{id}", scenario.id())
                .flashAttrs(new HashMap<>(action.getMvcResult().getFlashMap()))
                .with(TestUsers.operator())
                .exchange());
    }

    String page(PaymentScenario scenario) {
        return PageText.html(mvc.get()
                .uri("/console/payments/{id}", scenario.id())
                .with(TestUsers.operator())
                .exchange());
    }
}
