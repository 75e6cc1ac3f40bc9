-- Whether the practice is in the network of the plan; null: nobody said, and a contract with the payer says it.
alter table plan add column in_network boolean;
