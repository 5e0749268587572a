"""From PDF to dataset: a room for each step, which imports from those before it only (pyproject.toml has their order).

Data flows one way: read → layout → understand → extract → prove → normalize → write.
"""
