"""The sentences that people are told, in English and in Chinese: one module for each part of the program."""
