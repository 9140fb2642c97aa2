"""The shapes of training data that are measured: texts, what is around them, and who wrote the JSON."""
