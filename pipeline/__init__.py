"""From PDF to dataset.

Data flows one way: read → layout → understand → extract → prove → normalize → write, a folder for each.
"""
