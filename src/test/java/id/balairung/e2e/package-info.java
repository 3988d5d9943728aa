/**
 * The product as people meet it: real browsers on the running application. Slow beside the other tests, so only what
 * needs several browsers at once, the push, the keyboard or the rendered page stands here.
 */
@NullMarked
package id.balairung.e2e;

import org.jspecify.annotations.NullMarked;
