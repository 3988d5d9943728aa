package id.balairung.common.ui;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Locale;

/** The shapes in {@code icons.svg}. An icon never speaks alone: a word stands beside it, so it is hidden from readers. */
public enum Icons {
    ABANDONED,
    ALERT,
    AUDIT,
    BABY,
    BOARD,
    BREAK,
    BUILDING,
    CALL,
    CHEVRON,
    CLOCK,
    CLOSE,
    COUNTER,
    DASHBOARD,
    DISABILITY,
    DONE,
    DOOR,
    DOWN,
    ELDERLY,
    EYE,
    FALLING,
    FAULT,
    HISTORY,
    HOLD,
    HOME,
    INFO,
    INTERRUPTED,
    ISSUE,
    KEYBOARD,
    LANGUAGE,
    LIVE,
    LOST,
    MATERNAL,
    MENU,
    MINUS,
    MOON,
    NEAR,
    NO_SHOW,
    NOT_FOUND,
    NOTE,
    PAUSE,
    PEOPLE,
    PHONE,
    PLUS,
    PRINT,
    READY,
    RECALL,
    RECONNECTING,
    RESUME,
    RIGHT,
    SEARCH,
    SERVE,
    SETTINGS,
    SIGN_OUT,
    SMILE,
    SUN,
    TASK,
    TRANSFER,
    UNDO,
    UP,
    WHY;

    static final String SPRITE = "icons.svg";

    /** A new icon in the size of the text round it. */
    public SvgIcon create() {
        SvgIcon icon = new SvgIcon(SPRITE, symbol());
        icon.addClassName("bl-ico");
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    /** The shape's name in the sprite, e.g. {@code no-show}. */
    public String symbol() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
