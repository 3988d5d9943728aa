package id.balairung.shell;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.testing.BalairungTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Only the proxy on this machine, or the one that was named, may say from where somebody comes. */
@BalairungTest
class ForwardedAddressTest {

    @Autowired
    ServletWebServerApplicationContext application;

    @Test
    void aCountersComputerCannotSayThatItIsAnother() throws Exception {
        for (String counter : List.of("10.0.0.5", "192.168.1.20", "172.16.3.4", "100.64.0.1", "fd00::5")) {
            assertThat(takenFor(counter)).isEqualTo(counter);
        }
        for (String here : List.of("127.0.0.1", "0:0:0:0:0:0:0:1")) {
            assertThat(takenFor(here)).isEqualTo("203.0.113.7");
        }
    }

    /** As whom the server takes somebody at an address who says that it asks for 203.0.113.7. */
    private String takenFor(String address) throws Exception {
        List<String> taken = new ArrayList<>();
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(trusted());
        valve.setNext(new ValveBase() {
            @Override
            public void invoke(Request request, Response response) {
                taken.add(request.getRemoteAddr());
            }
        });
        Request request = new Request(new Connector(), new org.apache.coyote.Request());
        request.setRemoteAddr(address);
        request.getCoyoteRequest().getMimeHeaders().setValue("X-Forwarded-For").setString("203.0.113.7");
        valve.invoke(request, new Response(new org.apache.coyote.Response()));
        return taken.getFirst();
    }

    private String trusted() {
        return Arrays.stream(((TomcatWebServer) application.getWebServer())
                        .getTomcat()
                        .getEngine()
                        .getPipeline()
                        .getValves())
                .filter(RemoteIpValve.class::isInstance)
                .map(RemoteIpValve.class::cast)
                .map(RemoteIpValve::getInternalProxies)
                .findAny()
                .orElseThrow();
    }
}
