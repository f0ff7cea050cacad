"""Does “asked before?” put the right earlier finding among its first three?"""
