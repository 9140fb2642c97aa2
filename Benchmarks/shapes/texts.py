"""Texts of many kinds. Each function takes a random generator and about how many characters are wanted."""
import json
import random

WORDS = (
    "the of and to in is that it for was on are as with they at be this from have or by one had not but what all "
    "were when we there can an your which their said if do will each about how up out them then she many some so "
    "these would other into has more her two like him see time could no make than first been its who now people my "
    "made over did down only way find use may water long little very after words called just where most know"
).split()
# Names, terms and numbers, without which text compresses better than any that people write.
LETTERS = "eeeeeetttttaaaaooooiiiinnnnssshhhrrrddlluuccmmwfgypbvk"
rare = random.Random("rare words")
RARE = ["".join(rare.choice(LETTERS) for _ in range(rare.randint(4, 10))) for _ in range(4000)]
CJK = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
KANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんアイウエオカキクケコ"
HANGUL = "가나다라마바사아자차카타파하고노도로모보소오조초코토포호기니디리미비시이지치키티피히은는을를의에서"
CYRILLIC = (
    "и в не на я быть он с что а по это она этот к но они мы весь который из у то за свой что весь год от так о для "
    "ты же все тот мочь вы человек такой его сказать только или ещё бы себя один как уже до время если сам когда другой"
).split()
ARABIC = (
    "في من على أن إلى التي كان هذا الذي عن مع ما هو كل بعد لا هذه قد بين عام أو يوم حتى لم تم كانت قال هناك أي غير منذ "
    "العالم ذلك عند خلال الماء الناس الكتاب المدينة الطريق الوقت العمل البيت الشمس"
).split()
ACCENTED = (
    "für über größer schön Straße können müssen déjà été très là où élève garçon être naïve señor mañana corazón está "
    "também não coração ação årstid øl æble žena čaj město łódź święto ţară în şi the and with from der die et les los"
).split()
EMOJI = "😀🎉👍🏽❤️🔥🚀✨🙏😂🤔👩‍💻🌍✅⚠️💡"
TAGS = "p div span a li ul td tr table h1 h2 b i em strong code br img section title".split()
ENTITIES = ["&amp;", "&nbsp;", "&lt;", "&#39;", "&quot;"]


def words(rng, low, high):
    return " ".join(rng.choice(RARE if rng.random() < 0.4 else WORDS) for _ in range(rng.randint(low, high)))


def sentence(rng):
    return words(rng, 7, 18).capitalize() + rng.choice([".", ".", ', "so it is."', "!\n", ".\n\n"])


def joined(rng, length, piece, glue=" "):
    """Pieces until there are about so many characters."""
    pieces, count = [], 0
    while not pieces or count < length - 40:
        pieces.append(piece(rng))
        count += len(pieces[-1]) + 1
    return glue.join(pieces)


def prose(rng, length):
    return joined(rng, length, sentence)


def plain(rng, length):
    """English without a character that is escaped."""
    return joined(rng, length, lambda rng: words(rng, 7, 18).capitalize() + ".")


def cjk(rng, length):
    scripts = rng.choices((CJK, KANA, HANGUL, "。", "😀🎉👍🏽"), (62, 26, 6, 5, 1), k=max(1, length // 3))
    return "".join(rng.choice(script) for script in scripts)


def of_words(vocabulary, stop):
    def write(rng, length):
        return joined(rng, length, lambda rng: " ".join(rng.choices(vocabulary, k=rng.randint(5, 14))) + stop)
    return write


cyrillic = of_words(CYRILLIC, ".")
arabic = of_words(ARABIC, "،")
accents = of_words(ACCENTED, ".")


def emoji(rng, length):
    return joined(rng, length, lambda rng: words(rng, 2, 9) + " " + rng.choice(EMOJI) * rng.randint(1, 3))


def html(rng, length):
    def element(rng):
        tag = rng.choice(TAGS)
        attribute = rng.choice(["", "", f' class="{rng.choice(RARE)}"', f' href="/{rng.choice(RARE)}"'])
        return f"<{tag}{attribute}>{words(rng, 1, 9)}{rng.choice(['', '', rng.choice(ENTITIES)])}</{tag}>"
    return joined(rng, length, element, "\n")


def code(rng, length):
    def statement(rng):
        name, other = rng.choice(RARE), rng.choice(WORDS)
        return rng.choice([
            f"for (int i = 0; i < {name}.size(); ++i) {{\n    {other}[i] <<= {rng.randint(1, 9)};\n}}",
            f"std::vector<std::pair<int, {name}>> {other}_{name};", f"if a < b and b <= {name}:\n\treturn {other}(a, \"{name}\")",
            f"#include <{name}.h>", f"Map<String, List<{name.capitalize()}>> {other} = new HashMap<>();",
            f"std::cout << \"{name}\\n\" << {other} << std::endl;", f"{other} |> List.map(fun x -> x <| {name}) # {words(rng, 3, 8)}"])
    return joined(rng, length, statement, "\n")


def table(rng, length):
    def row(rng):
        return "| " + " | ".join([words(rng, 1, 3), str(rng.randint(0, 9999)), f"{rng.random():.3f}", words(rng, 1, 2)]) + " |"
    return "| name | count | share | note |\n|---|---|---|---|\n" + joined(rng, length, row, "\n")


def marks(rng, length):
    """Full of line feeds, quotes and tabs."""
    return joined(rng, length, lambda rng: f'"{words(rng, 1, 3)}"\t{rng.choice(WORDS)}\n', "\t")


def json_text(rng, length):
    def record(rng):
        return {"id": rng.randint(1, 99999), "name": words(rng, 1, 4), "tags": rng.sample(WORDS, 3), "ok": rng.random() < 0.5}
    return json.dumps([record(rng) for _ in range(max(1, length // 90))], indent=rng.choice([None, None, 2]))


def base64(rng, length):
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    piece = "".join(rng.choices(alphabet, k=min(length, 4000)))
    return (piece * (length // len(piece) + 1))[:length // 4 * 4]


def one_of_each(rng, length):
    return rng.choice(EVERY_TEXT)(rng, length)


EVERY_TEXT = [prose, plain, cjk, cyrillic, arabic, accents, emoji, html, code, table, marks, json_text]
