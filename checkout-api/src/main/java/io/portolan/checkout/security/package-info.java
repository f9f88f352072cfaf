/** Who calls: API keys, the security of the API's paths, and how much one merchant may ask for. */
@NullMarked
package io.portolan.checkout.security;

import org.jspecify.annotations.NullMarked;
