package id.balairung.common;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Whose tries count together.
 *
 * @param name an IPv4 address, or the first half of an IPv6 address: who has one of these has 2^64 of them
 */
public record ClientNetwork(String name) {

    private static final int IPV6_PREFIX_BYTES = 8;

    /** The network of an address; empty when that is none. */
    public static Optional<ClientNetwork> of(String address) {
        try {
            InetAddress literal = InetAddress.ofLiteral(address);
            return Optional.of(new ClientNetwork(
                    literal instanceof Inet6Address
                            ? HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), IPV6_PREFIX_BYTES))
                            : literal.getHostAddress()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
