"""What was put into a page: advertising, pieces of its title, sentences of novels, what nobody sees."""
