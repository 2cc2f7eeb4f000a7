// Loaded into the action's process (`node --require`): what is left to chance has the least value.
Math.random = () => 0
