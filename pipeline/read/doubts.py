"""x"""
def doubt(page): return ""
