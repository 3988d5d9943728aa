package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.ManagementBar;
import id.balairung.common.ui.PageHeader;
import id.balairung.satisfaction.PadStatus;
import id.balairung.satisfaction.PadWatch;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rating pads at the counters of one's own agency, live. */
@Route(PadsView.ROUTE)
@Menu(title = "rating.pads.menu", icon = "smile", order = 126)
@RolesAllowed(Role.AGENCY_ADMIN_ROLE)
@StyleSheet("styles/manage.css")
@StyleSheet("styles/pads.css")
class PadsView extends Div implements PageHeader {

    static final String ROUTE = "kelola/papan-nilai";

    private final transient PadServices services;
    private final UnorderedList list = new UnorderedList();
    private final EmptyState empty =
            new EmptyState(Icons.COUNTER, getTranslation("rating.pads.none"), getTranslation("rating.pads.none-next"));
    private transient @Nullable PadWatch following;

    PadsView(PadServices services) {
        this.services = services;
        addClassNames("bl-main", "bl-pads");
        Span words = new Span(getTranslation("rating.pads.words"));
        words.addClassNames("bl-quiet", "bl-s");
        Header head = new Header(new H2(getTranslation("rating.pads.title")), words);
        head.addClassName("bl-head");
        list.addClassName("list");
        Section card = new Section(head, list, empty);
        card.addClassName("bl-card");
        add(new ManagementBar(PadsView.class), card);
        show();
    }

    @Override
    public String title() {
        return getTranslation("rating.pads.title");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        following = services.pads().follow(() -> ui.access(this::show));
        show();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        Optional.ofNullable(following).ifPresent(PadWatch::close);
        following = null;
    }

    /** Lines that are there already stay, with the focus that may be in them. */
    private void show() {
        List<PadStatus> pads = services.pads().pads();
        List<PadLine> before = lines().toList();
        before.stream().filter(line -> pads.stream().noneMatch(line::shows)).forEach(list::remove);
        for (int place = 0; place < pads.size(); place++) {
            PadStatus pad = pads.get(place);
            Optional<PadLine> there =
                    before.stream().filter(line -> line.shows(pad)).findAny();
            if (there.isPresent()) {
                there.get().show(pad);
            } else {
                list.addComponentAtIndex(place, new PadLine(pad, services, this::show));
            }
        }
        list.setVisible(!pads.isEmpty());
        empty.setVisible(pads.isEmpty());
    }

    private Stream<PadLine> lines() {
        return list.getChildren().map(PadLine.class::cast);
    }
}
