package dev.ringback.local.appsync.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UpdateExpressionTest {
    @Test
    void findsTheAttributesOfEverySection() throws Refused {
        assertThat(parse("SET #a = :a, b.c = if_not_exists(b.c, :x) remove d[0], e ADD f :f DELETE #g :g")
                        .targets())
                .containsExactly("alpha", "b", "d", "e", "f", "#g");
    }

    @Test
    void takesNoPlaceholderForASection() throws Refused {
        assertThat(parse("SET #set = :remove, x.add = :delete").targets()).containsExactly("#set", "x");
    }

    @Test
    void addsAnAssignmentToTheSetSection() throws Refused {
        assertThat(parse("SET #a = list_append(#a, :a), b = :b REMOVE c")
                        .with(Expression.of("#v = :v"))
                        .text())
                .isEqualTo("SET #a = list_append(#a, :a), b = :b, #v = :v REMOVE c");
    }

    @Test
    void addsASetSectionWhereThereIsNone() throws Refused {
        assertThat(parse("REMOVE c").with(Expression.of("#v = :v")).text()).isEqualTo("REMOVE c SET #v = :v");
    }

    @Test
    void knowsWhatIsSetAndAdded() throws Refused {
        assertThat(parse("SET #a = :a,b=:b ADD c :a").incoming())
                .isEqualTo(People.json("{alpha: {S: 'x'}, b: {N: '1'}, c: {S: 'x'}}"));
    }

    @Test
    void knowsWhatIsSetWithinMaps() throws Refused {
        assertThat(parse("SET m.#a.n = :a, m.o = :b").incoming())
                .isEqualTo(People.json("{m: {M: {alpha: {M: {n: {S: 'x'}}}, o: {N: '1'}}}}"));
    }

    @Test
    void leavesOutOfAMergeWhatIsTakenAway() throws Refused {
        assertThat(parse("REMOVE a DELETE b :b").incoming()).isEmpty();
    }

    @Test
    void refusesToMergeAFunction() {
        assertThatThrownBy(() -> parse("SET a = if_not_exists(a, :a)").incoming())
                .hasMessage("The local runtime does not support merging the action \"a = if_not_exists(a, :a)\" of an"
                        + " update expression.");
    }

    @Test
    void refusesToMergeASum() {
        assertThatThrownBy(() -> parse("SET a = a + :a").incoming()).hasMessageContaining("\"a = a + :a\"");
    }

    @Test
    void refusesToMergeAnElementOfAList() {
        assertThatThrownBy(() -> parse("SET a[0] = :a").incoming()).hasMessageContaining("\"a[0] = :a\"");
    }

    @Test
    void refusesAnExpressionWithoutASection() {
        assertThatThrownBy(() -> parse("a = :a"))
                .hasMessage("The update expression does not start with SET, REMOVE, ADD or DELETE: a = :a");
    }

    @Test
    void refusesASectionTwice() {
        assertThatThrownBy(() -> parse("SET a = :a SET b = :b")).hasMessageContaining("two SET sections");
    }

    private static UpdateExpression parse(String text) throws Refused {
        return UpdateExpression.parse(Expression.of(text)
                .name("#a", "alpha")
                .value(":a", TypedValue.of("x"))
                .value(":b", TypedValue.of(1)));
    }
}
