package io.portolan.checkout.requests;

import java.util.List;

/** The objects in the request bodies of one feature, for the API's description. */
@FunctionalInterface
public interface RequestSchemas {
    List<RequestSchema> all();
}
