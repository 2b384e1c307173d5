package centralcommand.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

/** How somebody works a page; elements are named by CSS selectors that match one. */
sealed interface Hands {

    /** Follows a link, presses a button, opens what is folded. */
    void press(String selector);

    void write(String selector, String words);

    /** Sets a date field. @param day as yyyy-mm-dd */
    void setDay(String selector, String day);

    void choose(String selector, String option);

    /** Moves a slider to a value. */
    void slide(String selector, long value);

    /**
     * A mouse, and a keyboard for words.
     *
     * @param drags not where scripts are off: there Chromium never answers a driver that drags
     */
    record Mouse(Page page, boolean drags) implements Hands {
        @Override
        public void press(String selector) {
            page.locator(selector).click();
        }

        @Override
        public void write(String selector, String words) {
            page.locator(selector).fill(words);
        }

        @Override
        public void setDay(String selector, String day) {
            page.locator(selector).fill(day);
        }

        @Override
        public void choose(String selector, String option) {
            page.locator(selector).selectOption(option);
        }

        /** Drags the thumb near the value, and steps the rest, as the width of the screen allows no better. */
        @Override
        public void slide(String selector, long value) {
            Locator slider = page.locator(selector);
            if (drags) {
                drag(slider, value);
            }
            new Keyboard(page).step(slider, value);
        }

        private void drag(Locator slider, long value) {
            slider.scrollIntoViewIfNeeded();
            BoundingBox box = slider.boundingBox();
            double middle = box.y + box.height / 2;
            long highest = Long.parseLong(slider.getAttribute("max"));
            page.mouse().move(place(box, Long.parseLong(slider.inputValue()), highest), middle);
            page.mouse().down();
            page.mouse().move(box.x + box.width / 2, middle);
            page.mouse().move(place(box, value, highest), middle);
            page.mouse().up();
            assertThat(Long.parseLong(slider.inputValue())).isBetween(value - 20, value + 20);
        }

        private static double place(BoundingBox box, long value, long highest) {
            double thumb = 20;
            return box.x + thumb / 2 + (box.width - thumb) * value / highest;
        }
    }

    /** Tab, Enter, Space and the arrows; and letters for words. Wherever the focus goes it has to be seen. */
    record Keyboard(Page page) implements Hands {
        private static final int MOST_TABS = 600;
        private static final String FOCUS_IS_SEEN = """
                () => {
                  const drawn = (element, pseudo) => {
                    const style = getComputedStyle(element, pseudo);
                    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
                  };
                  const focused = document.activeElement;
                  if (!focused || focused === document.body) return "";
                  if (focused.type === "date") return ""; // Its parts are the browser's own, which marks them itself.
                  const label = focused.nextElementSibling;
                  return drawn(focused) || (label?.tagName === "LABEL" && (drawn(label) || drawn(label, "::before")))
                    ? "" : focused.outerHTML;
                }""";

        @Override
        public void press(String selector) {
            reach(selector);
            page.keyboard().press("Enter");
        }

        @Override
        public void write(String selector, String words) {
            reach(selector);
            page.keyboard().type(words);
        }

        @Override
        public void setDay(String selector, String day) {
            reach(selector);
            page.keyboard().type(day.substring(5, 7) + day.substring(8, 10) + day.substring(0, 4));
            assertThat(page.locator(selector).inputValue()).isEqualTo(day);
        }

        @Override
        public void choose(String selector, String option) {
            reach(selector);
            Locator list = page.locator(selector);
            int options = list.locator("option").count();
            for (int step = 0; step < options && !list.inputValue().equals(option); step++) {
                page.keyboard().press("ArrowDown");
            }
            assertThat(list.inputValue()).isEqualTo(option);
        }

        @Override
        public void slide(String selector, long value) {
            reach(selector);
            step(page.locator(selector), value);
        }

        void step(Locator slider, long value) {
            for (long now = Long.parseLong(slider.inputValue());
                    now != value;
                    now = Long.parseLong(slider.inputValue())) {
                slider.press(now > value ? "ArrowLeft" : "ArrowRight");
            }
        }

        private void reach(String selector) {
            page.locator(selector).waitFor();
            for (int tabs = 0; tabs < MOST_TABS; tabs++) {
                boolean there = (Boolean)
                        page.evaluate("selector => document.activeElement?.matches(selector) ?? false", selector);
                if (there) {
                    return;
                }
                page.keyboard().press("Tab");
                assertThat(page.evaluate(FOCUS_IS_SEEN))
                        .as("has the focus, and nobody sees it")
                        .isEqualTo("");
            }
            throw new AssertionError(selector + " is not reached with the Tab key on " + page.url());
        }
    }
}
