package centralcommand.query.server.view;

import centralcommand.query.server.portfolio.World;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * What came before the world that is looked at.
 *
 * @param day on which that world is looked at, by what is recorded
 * @param endOf the world as it stood at the end of an earlier day; asked for seldom
 * @param at the world as it stood at an earlier position; asked for seldom
 */
public record Past(LocalDate day, Function<LocalDate, World> endOf, LongFunction<World> at) {}
