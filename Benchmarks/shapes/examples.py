"""Training examples of many shapes: each function takes a random generator and gives a value for `json.dumps`."""
from shapes import texts
from shapes.texts import WORDS, RARE, prose, sentence, words


def turn(role, text):
    return {"role": role, "parts": [{"text": text}]}


def chat(rng, write=prose, low=500, high=3700):
    budget = rng.randint(low, high)
    turns = []
    pairs = rng.choice((1, 2, 2))
    for _ in range(pairs):
        turns.append(turn("user", write(rng, max(20, budget // (4 * pairs)))))
        turns.append(turn("model", write(rng, max(20, 3 * budget // (4 * pairs)))))
    line = {"contents": turns}
    if rng.random() < 0.5:
        line = {"systemInstruction": {"parts": [{"text": write(rng, 120)}]}, **line}
    return line


def of_texts(write, low=500, high=3700):
    return lambda rng: chat(rng, write, low, high)


def parts_first(rng):
    """Another order of keys, as by a program that sorts them."""
    line = chat(rng)
    line["contents"] = [{"parts": turn["parts"], "role": turn["role"]} for turn in line["contents"]]
    return line


def snake_case(rng):
    line = chat(rng)
    if "systemInstruction" in line:
        line = {"system_instruction": {"role": "system", **line["systemInstruction"]}, "contents": line["contents"]}
    return line


def labelled(rng):
    return {"labels": {"source": rng.choice(RARE), "split": "train"}, **chat(rng), "generationConfig": {"mediaResolution": "MEDIA_RESOLUTION_LOW"}}


def two_parts(rng):
    return {"contents": [
        {"role": "user", "parts": [{"text": prose(rng, 300)}, {"text": prose(rng, 200)}]},
        {"role": "model", "parts": [{"text": prose(rng, 300)}, {"text": prose(rng, 300)}]}]}


def many_turns(rng):
    turns = []
    for _ in range(rng.randint(6, 25)):
        turns += [turn("user", words(rng, 3, 14)), turn("model", words(rng, 3, 25))]
    return {"contents": turns}


def short(rng):
    return {"contents": [turn("user", words(rng, 3, 9)), turn("model", words(rng, 2, 8))]}


def one_word(rng):
    return {"contents": [turn("user", words(rng, 4, 16) + "?"), turn("model", rng.choice(WORDS))]}


def classification(rng):
    task = "Classify the text below as one of: positive, negative, neutral.\n\nTEXT: "
    return {"systemInstruction": {"parts": [{"text": "You are a classifier. Answer with one word."}]},
            "contents": [turn("user", task + prose(rng, 260)), turn("model", rng.choice(["positive", "negative", "neutral"]))]}


def document(rng):
    return {"contents": [turn("user", "Summarize:\n\n" + prose(rng, rng.randint(8_000, 60_000))), turn("model", prose(rng, 500))]}


def media(rng):
    kind, suffix = rng.choice([("image/jpeg", "jpg"), ("image/png", "png"), ("audio/mpeg", "mp3"), ("video/mp4", "mp4"), ("application/pdf", "pdf")])
    uri = f"gs://{rng.choice(RARE)}-data/{rng.choice(RARE)}/{rng.choice(WORDS)}_{rng.randint(1, 99999)}.{suffix}"
    part = {"fileData": {"mimeType": kind, "fileUri": uri}}
    return {"contents": [{"role": "user", "parts": [part, {"text": words(rng, 4, 20)}]}, turn("model", prose(rng, 200))]}


def inline(rng):
    part = {"inlineData": {"mimeType": "image/png", "data": texts.base64(rng, rng.randint(4_000, 80_000))}}
    return {"contents": [{"role": "user", "parts": [part, {"text": words(rng, 4, 20)}]}, turn("model", prose(rng, 200))]}


# Functions


def schema(rng, low, high):
    return {"type": "OBJECT", "properties": {
        f"parameter_{i:02}": {"type": rng.choice(["STRING", "NUMBER"]), "description": words(rng, 1, 8)}
        for i in range(rng.randint(low, high))}, "required": ["parameter_00"]}


def declarations(rng, low=1, high=3, widest=6):
    names = [f"get_{rng.choice(WORDS)}_{index}" for index in range(rng.randint(low, high))]
    return [{"name": name, "description": sentence(rng).strip(), "parameters": schema(rng, 1, widest)} for name in names]


def arguments(rng, function):
    """What the function declares, and not all of what it does not require."""
    def value(kind):
        return rng.choice(WORDS) if kind == "STRING" else rng.choice([rng.randint(0, 9999), round(rng.random(), 4)])
    parameters = function["parameters"]
    return {name: value(schema["type"]) for name, schema in parameters["properties"].items()
            if name in parameters["required"] or rng.random() < 0.8}


def items(rng, low=1, high=12):
    return {"items": [
        {"id": rng.randint(1, 99999), "name": words(rng, 1, 5), "price": round(rng.random() * 100, 2),
         "measured": [round(rng.uniform(-180, 180), rng.randint(0, 6)) for _ in range(4)], "ok": rng.random() < 0.5}
        for _ in range(rng.randint(low, high))]}


def called(rng, functions, calls=1):
    chosen = [rng.choice(functions) for _ in range(calls)]
    return {"contents": [
        turn("user", prose(rng, 120)),
        {"role": "model", "parts": [
            {"functionCall": {"name": function["name"], "args": arguments(rng, function)}} for function in chosen]},
        {"parts": [{"functionResponse": {"name": function["name"], "response": items(rng)}} for function in chosen]},
        turn("model", prose(rng, 240))], "tools": [{"functionDeclarations": functions}]}


def tool(rng):
    return called(rng, declarations(rng))


def parallel(rng):
    return called(rng, declarations(rng), rng.randint(3, 8))


def repeated_tools(rng):
    """Thirty large declarations, the same in every line."""
    if not hasattr(repeated_tools, "functions"):
        repeated_tools.functions = declarations(rng, 30, 30, 12)
    return called(rng, repeated_tools.functions)


def differing_tools(rng):
    return called(rng, declarations(rng, 20, 40, 12))


def other_tool(rng):
    """Function calling by another program: other spellings, another order, and what is optional."""
    line = tool(rng)
    turns = []
    for turn in line["contents"]:
        part = turn["parts"][0]
        if "functionCall" in part:
            call = {**part["functionCall"], "id": f"call_{rng.randint(1, 9999)}"}
            part = {"function_call": {"args": call["args"], "name": call["name"], "id": call["id"]}}
        elif "functionResponse" in part:
            response = part["functionResponse"]
            part = {"function_response": {
                "response": response["response"], "name": response["name"], "id": call["id"]}}
        turns.append({"parts": [part], "role": turn.get("role", "user")})
    return {"tools": [{"function_declarations": line["tools"][0]["functionDeclarations"]}], "contents": turns}


def call(rng, arguments):
    return {"contents": [
        turn("user", sentence(rng).strip()),
        {"role": "model", "parts": [{"functionCall": {"name": "look_up", "args": arguments}}]},
        {"parts": [{"functionResponse": {"name": "look_up", "response": {"ok": True}}}]},
        turn("model", sentence(rng).strip())], "tools": [{"functionDeclarations": [{"name": "look_up"}]}]}


def escaped(rng):
    # json.dumps writes the letters beyond ASCII as escapes.
    return call(rng, {f"größe {word} für die Straße {i:02}": rng.randint(0, 9999)
                      for i, word in enumerate(rng.choices(WORDS, k=rng.randint(3, 6)))})


def wide(rng):
    return call(rng, {f"parameter_{rng.randint(0, 9999):04}_{i:02}": rng.randint(0, 9999) for i in range(40)})


# Findings


def warnings(rng):
    # An empty text, and a model that begins and goes on without a user.
    return {"contents": [
        turn("model", sentence(rng).strip()), turn("user", ""),
        turn("model", sentence(rng).strip()), turn("model", sentence(rng).strip())]}


def settings(rng):
    """Three fields that act only on requests, in every line."""
    return {**chat(rng), "generationConfig": {"temperature": 0.2, "maxOutputTokens": 256, "topP": 0.95}}


def thoughts(rng):
    """The last answer of every line has a part that was thought."""
    line = chat(rng)
    line["contents"][-1]["parts"].insert(0, {"text": prose(rng, 200), "thought": True})
    return line


def tenth(rng):
    """A finding in every tenth line: an unknown field, an empty text, or two users in a row."""
    line = chat(rng)
    if rng.random() < 0.1:
        fault = rng.randrange(3)
        if fault == 0:
            line["contents"][0]["parts"][0]["comment"] = words(rng, 1, 5)
        elif fault == 1:
            line["contents"][0]["parts"].append({"text": ""})
        else:
            line["contents"].insert(0, turn("user", words(rng, 2, 6)))
    return line
