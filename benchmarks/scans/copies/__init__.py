"""A second family of scans, which shares no step with the first: another program draws, wears, sees and packs.

What was only ever tried on the scans of one generator has learned that generator. Pages are drawn by poppler, worn
and seen by OpenCV, made black and white by thresholds that are found in the picture, and packed as office copiers
pack them.
"""
