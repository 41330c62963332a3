"""Trade between states: UN Comtrade, IMF, Correlates of War."""
