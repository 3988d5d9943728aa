package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import id.balairung.agency.AgencySummary;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.satisfaction.CommentEntry;
import id.balairung.satisfaction.CommentFilter;
import id.balairung.satisfaction.CommentTag;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All comments of a period, to be looked through. */
@Route("kepuasan/komentar")
@RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
class CommentsView extends SatisfactionListView {

    private static final String WORDS = "cari";
    private static final String TAG = "tanda";

    private final CommentSearch search;
    private final CommentList list;
    private final EmptyState empty;

    CommentsView(SatisfactionServices services) {
        super(services);
        addClassName("bl-satisfaction-view");
        this.search = new CommentSearch(words(), this::look);
        this.list = new CommentList(words(), new SatisfactionActs(services, words(), this::refresh).comments());
        this.empty = new EmptyState(
                Icons.SEARCH,
                words().text("satisfaction.comments.not-found"),
                words().text("satisfaction.comments.not-found-next"));
    }

    @Override
    public String title() {
        return getTranslation("satisfaction.comments");
    }

    @Override
    String path() {
        return SatisfactionAddress.COMMENTS;
    }

    @Override
    void look(QueryParameters parameters) {
        search.show(
                parameters.getSingleParameter(WORDS).orElse(""),
                parameters
                        .getSingleParameter(TAG)
                        .flatMap(typed -> Stream.of(CommentTag.values())
                                .filter(tag -> code(tag).equals(typed))
                                .findFirst()));
    }

    @Override
    void draw(SatisfactionAddress address) {
        PeriodChoice periods = new PeriodChoice(
                words(),
                other -> getUI().ifPresent(
                                ui -> ui.navigate(path(), address.in(other).parameters())));
        periods.show(address.period(), services().today());
        Header head = new Header(new H2(title()), search, periods);
        head.addClassName("bl-head");
        Section card = new Section(head, list, empty, more());
        card.addClassNames("bl-card", "bl-whole-list", "bl-comments");
        card.setAriaLabel(title());
        Div main = new Div(wayBack(address), card);
        main.addClassName("bl-main");
        add(main);
    }

    @Override
    boolean read(AgencySummary of, SurveyPeriod in, int most) {
        CommentFilter filter = new CommentFilter(in, search.words(), search.tags(), Optional.empty(), Optional.empty());
        List<CommentEntry> found = new ArrayList<>();
        boolean more = true;
        while (more && found.size() < most) {
            List<CommentEntry> page = services()
                    .comments()
                    .page(
                            of.id(),
                            filter,
                            found.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(found.getLast().key()),
                            STEP);
            found.addAll(page);
            more = page.size() == STEP;
        }
        list.show(found);
        list.setVisible(!found.isEmpty());
        empty.setVisible(found.isEmpty());
        return more;
    }

    private void look() {
        Map<String, String> looked = new LinkedHashMap<>();
        if (!search.words().isEmpty()) {
            looked.put(WORDS, search.words());
        }
        search.tag().ifPresent(tag -> looked.put(TAG, code(tag)));
        looked(looked);
    }

    private static String code(CommentTag tag) {
        return tag.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
