"""The pictures of a brief: one module a figure, each drawn from findings or the ledger, and none from too little.

A figure is a function of holdings, request and evidence; one of two states takes the first two of the request.
"""
