package io.portolan.demo.shop;

/** The API does not answer as it must, so the demo cannot continue. */
public final class ShopFailed extends Exception {
    private static final long serialVersionUID = 1L;

    ShopFailed(String message) {
        super(message);
    }
}
