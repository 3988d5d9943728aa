package id.balairung.agency;

import id.balairung.audit.AuditedMall;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class MallOfTheTrails implements AuditedMall {

    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;

    MallOfTheTrails(ServiceCatalogue catalogue, CurrentMall mall) {
        this.catalogue = catalogue;
        this.mall = mall;
    }

    @Override
    public ZoneId zone() {
        return mall.rules().zone();
    }

    @Override
    public List<Agency> agencies() {
        return catalogue.agencies().stream()
                .map(agency -> new Agency(agency.id(), agency.code(), agency.name()))
                .toList();
    }
}
