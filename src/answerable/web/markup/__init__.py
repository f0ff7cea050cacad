"""Components that stand a hundred times on a page, written as text: a template costs ten times
as much for each. Their shapes are written at the head of the template that frames them."""
